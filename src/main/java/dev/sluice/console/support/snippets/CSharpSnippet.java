package dev.sluice.console.support.snippets;

import dev.sluice.console.support.snippets.Call.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** C# 9 and later: statements at the top of {@code Program.cs}. */
final class CSharpSnippet implements Snippet {

    @Override
    public String write(Call call) {
        var lines = new ArrayList<String>();
        lines.add("using System;");
        if (call.body() instanceof Body.File) {
            lines.add("using System.IO;");
        }
        lines.add("using System.Net.Http;");
        lines.add("");
        lines.add("using var client = new HttpClient();");
        lines.add("using var request = new HttpRequestMessage(new HttpMethod(" + Quoted.literal(call.method()) + "), "
                + Quoted.literal(call.uri()) + ");");
        lines.add("var key = Environment.GetEnvironmentVariable(\"" + Call.KEY_VARIABLE + "\");");
        lines.add("request.Headers.TryAddWithoutValidation(\"Authorization\", \"Bearer \" + key);");
        content(call, lines);
        call.allHeaders().forEach(header -> lines.add(header(call, header)));
        lines.add("using var answer = await client.SendAsync(request);");
        lines.add("Console.WriteLine($\"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}\");");
        return String.join("\n", lines);
    }

    private static void content(Call call, List<String> lines) {
        if (call.body() instanceof Body.Text text) {
            lines.add("request.Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes("
                    + Quoted.literal(text.text()) + "));");
        } else if (call.body() instanceof Body.File file) {
            lines.add(
                    "request.Content = new ByteArrayContent(File.ReadAllBytes(" + Quoted.literal(file.path()) + "));");
        }
    }

    /** .NET keeps the headers that describe a body apart, and refuses them among the others. */
    private static String header(Call call, Call.Header header) {
        boolean ofContent = !(call.body() instanceof Body.None)
                && header.name().toLowerCase(Locale.ROOT).startsWith("content-");
        return (ofContent ? "request.Content.Headers" : "request.Headers") + ".TryAddWithoutValidation("
                + Quoted.literal(header.name()) + ", " + Quoted.literal(header.value()) + ");";
    }
}
