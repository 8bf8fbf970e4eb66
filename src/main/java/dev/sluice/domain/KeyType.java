package dev.sluice.domain;

/** Which of an endpoint's two keys; callers move to one while the other is changed. */
public enum KeyType {
    PRIMARY,
    SECONDARY
}
