package dev.sluice.bench;

/**
 * Something that answers the benchmark's request at a port of 127.0.0.1.
 *
 * @param path where it expects requests
 */
record Target(String name, int port, String path, Program program) {

    /** Of the router's benchmark: in all four cases the one that Sluice needs; the others take any. */
    static final String PATH = "/endpoints/bench/score";

    Target(String name, int port, Program program) {
        this(name, port, PATH, program);
    }

    String url() {
        return "http://127.0.0.1:" + port + path;
    }
}
