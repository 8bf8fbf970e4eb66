package dev.sluice.console.support.snippets;

import dev.sluice.console.support.snippets.Call.Body;
import java.util.stream.Collectors;

/** A source file for Java 17, which {@code java Score.java} runs. */
final class JavaSnippet implements Snippet {

    private static final String FRAME = """
            import java.net.URI;
            import java.net.http.HttpClient;
            import java.net.http.HttpRequest;
            import java.net.http.HttpRequest.BodyPublishers;
            import java.net.http.HttpResponse.BodyHandlers;
            import java.nio.file.Path;

            public class Score {
                public static void main(String[] args) throws Exception {
                    var request = HttpRequest.newBuilder(URI.create(%s))
                            .header("Authorization", "Bearer " + System.getenv("%s"))
            %s                .method(%s, %s)
                            .build();
                    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
                    System.out.println(answer.statusCode() + " " + answer.body());
                }
            }""";

    @Override
    public String write(Call call) {
        var frame = call.body() instanceof Body.File ? FRAME : FRAME.replace("import java.nio.file.Path;\n", "");
        return frame.formatted(
                Quoted.literal(call.uri()),
                Call.KEY_VARIABLE,
                headers(call),
                Quoted.literal(call.method()),
                publisher(call.body()));
    }

    private static String headers(Call call) {
        return call.allHeaders().stream()
                .map(header -> "                .header(" + Quoted.literal(header.name()) + ", "
                        + Quoted.literal(header.value()) + ")\n")
                .collect(Collectors.joining());
    }

    private static String publisher(Body body) {
        if (body instanceof Body.Text text) {
            return "BodyPublishers.ofString(" + Quoted.literal(text.text()) + ")";
        }
        return body instanceof Body.File file
                ? "BodyPublishers.ofFile(Path.of(" + Quoted.literal(file.path()) + "))"
                : "BodyPublishers.noBody()";
    }
}
