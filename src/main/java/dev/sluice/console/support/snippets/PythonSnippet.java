package dev.sluice.console.support.snippets;

import dev.sluice.console.support.snippets.Call.Body;
import java.util.ArrayList;
import java.util.List;

/** Python 3 with the library {@code requests}. */
final class PythonSnippet implements Snippet {

    @Override
    public String write(Call call) {
        var lines = new ArrayList<>(List.of("import os", "", "import requests", ""));
        lines.addAll(body(call.body()));
        lines.add("answer = requests.request(");
        lines.add("    " + Quoted.literal(call.method()) + ",");
        lines.add("    " + Quoted.literal(call.uri()) + ",");
        lines.add("    headers={");
        lines.add("        \"Authorization\": \"Bearer \" + os.environ[\"" + Call.KEY_VARIABLE + "\"],");
        call.allHeaders()
                .forEach(header -> lines.add(
                        "        " + Quoted.literal(header.name()) + ": " + Quoted.literal(header.value()) + ","));
        lines.add("    },");
        if (!(call.body() instanceof Body.None)) {
            lines.add("    data=body,");
        }
        lines.add("    timeout=180,");
        lines.add(")");
        lines.add("print(answer.status_code, answer.text)");
        return String.join("\n", lines);
    }

    private static List<String> body(Body body) {
        if (body instanceof Body.Text text) {
            return List.of("body = " + Quoted.literal(text.text()) + ".encode()");
        }
        return body instanceof Body.File file
                ? List.of("with open(" + Quoted.literal(file.path()) + ", \"rb\") as file:", "    body = file.read()")
                : List.of();
    }
}
