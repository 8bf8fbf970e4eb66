package dev.sluice.router.http;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;

/**
 * Connections with something to send, sent when all that could be read has been: under load one round of reading and
 * one of writing, so that whoever is at the other end wakes once for many messages; with nothing else to do, at once.
 * For one event loop only.
 */
final class Flushes {

    private final EventLoop loop;
    private final List<Channel> due = new ArrayList<>();
    private final Runnable flushAll = this::flushAll;

    Flushes(EventLoop loop) {
        this.loop = loop;
    }

    void add(Channel channel) {
        if (due.isEmpty()) {
            // Tasks run after the round of reading that is under way.
            loop.execute(flushAll);
        }
        due.add(channel);
    }

    /** By index: what a flush brings about may add more. */
    private void flushAll() {
        for (int i = 0; i < due.size(); i++) {
            due.get(i).flush();
        }
        due.clear();
    }
}
