package dev.sluice.console.support.snippets;

import dev.sluice.console.support.snippets.Call.Body;

/**
 * The cloud's own command line. It fetches the key by itself and knows files only, so a text is written into one first;
 * it has no way to say a method or headers.
 */
final class CliSnippet implements Snippet {

    private static final String FILE = "request.json";

    @Override
    public String write(Call call) {
        var line = new StringBuilder();
        if (call.body() instanceof Body.Text text) {
            line.append("printf '%s' ")
                    .append(Quoted.shell(text.text()))
                    .append(" > ")
                    .append(FILE)
                    .append('\n');
        }
        line.append("az ml online-endpoint invoke --name ")
                .append(call.endpoint().text());
        call.pinned().ifPresent(name -> line.append(" \\\n  --deployment-name ").append(name.text()));
        var file = call.body() instanceof Body.File given ? given.path() : FILE;
        return line.append(" \\\n  --request-file ").append(Quoted.shell(file)).toString();
    }
}
