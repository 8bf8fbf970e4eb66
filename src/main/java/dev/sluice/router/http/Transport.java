package dev.sluice.router.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringBufferRingConfig;
import io.netty.channel.uring.IoUringChannelOption;
import io.netty.channel.uring.IoUringFixedBufferRingAllocator;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringIoHandlerConfig;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.channel.uring.IoUringSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayList;
import java.util.List;

/** A way to sockets, by the name that the system property {@value #PROPERTY} may ask for. */
record Transport(
        String name,
        IoHandlerFactory handlers,
        Class<? extends ServerChannel> server,
        Class<? extends Channel> client) {

    /** For machines on which the first choice misbehaves: {@code io_uring}, {@code epoll} or {@code nio}. */
    private static final String PROPERTY = "sluice.transport";

    private static final ChannelOption<Short> BUFFERED = IoUringChannelOption.IO_URING_BUFFER_GROUP_ID;
    private static final short BUFFER_GROUP = 1;

    /** What an event loop's sockets read into; it grows to its full size only if so much is read at once. */
    private static final IoUringBufferRingConfig BUFFERS = IoUringBufferRingConfig.builder()
            .bufferGroupId(BUFFER_GROUP)
            .bufferRingSize((short) 256)
            .batchSize(32)
            .allocator(new IoUringFixedBufferRingAllocator(8 << 10))
            .build();

    /**
     * What is to be sent goes to the kernel in small lots: with Netty's 128 a whole round's answers would wait for its
     * last one, and clients and instances with them (6 % fewer requests a second with 32 connections).
     */
    private static final IoUringIoHandlerConfig RINGS =
            new IoUringIoHandlerConfig().setRingSize(16).setCqSize(1024).setBufferRingConfig(BUFFERS);

    /** The one asked for, or else the fastest; one that this machine does not have is passed over. */
    static Transport best() {
        var there = available();
        var asked = System.getProperty(PROPERTY, "");
        return there.stream()
                .filter(transport -> transport.name().equals(asked))
                .findFirst()
                .orElse(there.get(0));
    }

    /**
     * Those that work here, the fastest first. With io_uring a round of the event loop is one system call or two,
     * however many sockets it reads and writes; with epoll it is two for each message.
     */
    static List<Transport> available() {
        var there = new ArrayList<Transport>();
        if (IoUring.isAvailable() && IoUring.isRegisterBufferRingSupported() && IoUring.isRecvMultishotEnabled()) {
            there.add(new Transport(
                    "io_uring",
                    IoUringIoHandler.newFactory(RINGS),
                    IoUringServerSocketChannel.class,
                    IoUringSocketChannel.class));
        }
        if (Epoll.isAvailable()) {
            there.add(new Transport(
                    "epoll", EpollIoHandler.newFactory(), EpollServerSocketChannel.class, EpollSocketChannel.class));
        }
        there.add(
                new Transport("nio", NioIoHandler.newFactory(), NioServerSocketChannel.class, NioSocketChannel.class));
        return there;
    }

    /** What takes clients' connections. */
    ServerBootstrap accepting(EventLoopGroup group) {
        var bootstrap = new ServerBootstrap().group(group).channel(server);
        return hasBuffers() ? bootstrap.childOption(BUFFERED, BUFFER_GROUP) : bootstrap;
    }

    /** What makes connections to instances. */
    Bootstrap connecting(EventLoopGroup group) {
        var bootstrap = new Bootstrap().group(group).channel(client);
        return hasBuffers() ? bootstrap.option(BUFFERED, BUFFER_GROUP) : bootstrap;
    }

    /**
     * With io_uring the kernel reads into the event loop's buffers and says so, for as long as a connection lives.
     * Netty's other way, to be told of readability first and then to read, has lost the end of a connection that came
     * between the two (Netty 4.2.18; {@code MirrorTest} found it), and takes more operations.
     */
    private boolean hasBuffers() {
        return client == IoUringSocketChannel.class;
    }

    /** Event loops that requests of clients wait for. */
    MultiThreadIoEventLoopGroup threads(String name, int count) {
        return threads(name, count, Thread.NORM_PRIORITY);
    }

    /**
     * One event loop for what nobody waits for. It makes way for the others when there are too few processors, where
     * the JVM lets priorities have an effect (the launcher sees to that).
     */
    MultiThreadIoEventLoopGroup backgroundThread(String name) {
        return threads(name, 1, Thread.MIN_PRIORITY);
    }

    private MultiThreadIoEventLoopGroup threads(String name, int count, int priority) {
        return new MultiThreadIoEventLoopGroup(count, new DefaultThreadFactory(name, true, priority), handlers);
    }
}
