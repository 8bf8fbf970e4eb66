package dev.sluice.app;

import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.SSLParameters;

/** The client that asks instances and endpoints, which are at 127.0.0.1 and speak HTTP/1.1 without TLS. */
final class PlainHttp {

    private static final Duration TIME_TO_CONNECT = Duration.ofSeconds(5);

    private PlainHttp() {}

    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIME_TO_CONNECT)
                .sslContext(NoTls.CONTEXT)
                .sslParameters(new SSLParameters())
                .build();
    }
}
