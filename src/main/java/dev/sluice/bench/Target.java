package dev.sluice.bench;

/** Something that answers the benchmark's request at a port of 127.0.0.1. */
record Target(String name, int port, Program program) {

    /** The path is in all four cases the one that Sluice needs; the others take any. */
    static final String PATH = "/endpoints/bench/score";

    String url() {
        return "http://127.0.0.1:" + port + PATH;
    }
}
