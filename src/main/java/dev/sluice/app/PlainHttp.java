package dev.sluice.app;

import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** The client that asks instances and endpoints, which are at 127.0.0.1 and speak HTTP/1.1 without TLS. */
final class PlainHttp {

    private static final Duration TIME_TO_CONNECT = Duration.ofSeconds(5);

    private PlainHttp() {}

    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIME_TO_CONNECT)
                .sslContext(trustingNobody())
                .build();
    }

    /** Otherwise the client reads all the authorities that the JDK trusts, a tenth of a second, and asks none of them. */
    private static SSLContext trustingNobody() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK knows no TLS", e);
        }
    }
}
