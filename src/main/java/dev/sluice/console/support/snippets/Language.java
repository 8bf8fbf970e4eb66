package dev.sluice.console.support.snippets;

/** What a call can be written in. */
public enum Language {
    CURL("curl", new CurlSnippet()),
    PYTHON("Python", new PythonSnippet()),
    JAVA("Java", new JavaSnippet()),
    CSHARP("C#", new CSharpSnippet()),
    CLI("az ml", new CliSnippet());

    private final String title;
    private final Snippet snippet;

    Language(String title, Snippet snippet) {
        this.title = title;
        this.snippet = snippet;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** The call in this language, ready to run where {@link Call#KEY_VARIABLE} holds the key. */
    public String write(Call call) {
        return snippet.write(call);
    }
}
