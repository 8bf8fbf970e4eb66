package dev.sluice.control.http;

import io.netty.channel.Channel;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Connections until the secret is shown on them, apart from those on which it was: nobody who does not know it can take the
 * place of one who does, however many connections he opens. For the server's thread only.
 */
final class Lobby {

    private final Limits limits;
    private final Set<Channel> waiting = new LinkedHashSet<>();
    private int admitted;

    Lobby(Limits limits) {
        this.limits = limits;
    }

    /** If it is full, the one who has waited longest has to go. */
    void enter(Channel channel) {
        if (waiting.size() >= limits.connections()) {
            waiting.iterator().next().close();
        }
        waiting.add(channel);
        var late = channel.eventLoop()
                .schedule(() -> tooLate(channel), limits.head().toMillis(), TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(closed -> {
            late.cancel(false);
            waiting.remove(channel);
        });
    }

    private void tooLate(Channel channel) {
        if (waiting.contains(channel)) {
            channel.close();
        }
    }

    /** False if there is no room for one more. */
    boolean admit(Channel channel) {
        if (!waiting.contains(channel)) {
            return true; // it was let in with its first request
        }
        if (admitted >= limits.connections()) {
            return false;
        }
        waiting.remove(channel);
        admitted++;
        channel.closeFuture().addListener(closed -> admitted--);
        return true;
    }
}
