package dev.sluice.console.support.snippets;

/** Writes a call in one language. Never shows a key: what it writes reads {@link Call#KEY_VARIABLE}. */
interface Snippet {

    String write(Call call);
}
