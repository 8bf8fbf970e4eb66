package dev.sluice.app;

import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * For a client that speaks plain HTTP only. The JDK's client wants a context whether or not it will use it, and a real one
 * gets everything that TLS needs ready, the authorities that the JDK trusts among it: a tenth of a second of each start.
 */
final class NoTls extends SSLContextSpi {

    static final SSLContext CONTEXT = new Context();

    private static final class Context extends SSLContext {
        Context() {
            super(new NoTls(), null, "none");
        }
    }

    private NoTls() {}

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trusted, SecureRandom random) {
        // There is nothing to get ready.
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
        return new SSLParameters(new String[0], new String[0]);
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
        return engineGetDefaultSSLParameters();
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
        throw spoken();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
        throw spoken();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
        throw spoken();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
        throw spoken();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
        throw spoken();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
        throw spoken();
    }

    private static UnsupportedOperationException spoken() {
        return new UnsupportedOperationException("this client speaks plain HTTP only");
    }
}
