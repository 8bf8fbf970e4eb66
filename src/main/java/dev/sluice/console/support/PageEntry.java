package dev.sluice.console.support;

/** A page and its tab: {@code id} gives the tab the id {@code tab-<id>}, {@code titleKey} is a key of {@link Messages}. */
public record PageEntry(String id, String titleKey, Page page) {}
