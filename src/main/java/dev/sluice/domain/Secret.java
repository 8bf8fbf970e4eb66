package dev.sluice.domain;

/** A key or token. It prints as dots, so that it cannot slip into a log, a message or a snapshot dump by accident. */
public record Secret(String reveal) {

    @Override
    public String toString() {
        return "••••••••";
    }
}
