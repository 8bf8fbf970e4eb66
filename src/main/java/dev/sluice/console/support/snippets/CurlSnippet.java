package dev.sluice.console.support.snippets;

import dev.sluice.console.support.snippets.Call.Body;

/** For a POSIX shell. */
final class CurlSnippet implements Snippet {

    @Override
    public String write(Call call) {
        var line = new StringBuilder("curl");
        if (!call.method().equals("POST") || call.body() instanceof Body.None) {
            line.append(" -X ").append(call.method());
        }
        line.append(' ').append(Quoted.shell(call.uri()));
        line.append(" \\\n  -H \"Authorization: Bearer $")
                .append(Call.KEY_VARIABLE)
                .append('"');
        call.allHeaders()
                .forEach(header ->
                        line.append(" \\\n  -H ").append(Quoted.shell(header.name() + ": " + header.value())));
        return line.append(data(call.body())).toString();
    }

    /** Binary, since curl takes line breaks out of other data. Text that begins with an at sign would name a file. */
    private static String data(Body body) {
        if (body instanceof Body.Text text) {
            return " \\\n  --data-raw " + Quoted.shell(text.text());
        }
        return body instanceof Body.File file ? " \\\n  --data-binary " + Quoted.shell("@" + file.path()) : "";
    }
}
