package dev.sluice.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

/**
 * A literal such as {@code `blue`}, which is no JSON and yet a text to the cloud's command line: most queries in scripts
 * and answers on the web are written so. It becomes {@code 'blue'}, of the same length, so that places stay what they are.
 */
final class BareLiterals {

    private static final ObjectReader JSON =
            new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private BareLiterals() {}

    static String quoted(String expression) {
        var quoted = new StringBuilder(expression);
        int at = 0;
        while (at < expression.length()) {
            char c = expression.charAt(at);
            int end = c == '`' || c == '\'' || c == '"' ? end(expression, at, c) : at;
            if (end < 0) {
                break;
            }
            if (c == '`') {
                quoted.replace(at, end + 1, literal(expression.substring(at + 1, end)));
            }
            at = end + 1;
        }
        return quoted.toString();
    }

    /** Where what begins at {@code start} ends; -1 if it does not. */
    private static int end(String expression, int start, char mark) {
        for (int i = start + 1; i < expression.length(); i++) {
            if (expression.charAt(i) == '\\') {
                i++;
            } else if (expression.charAt(i) == mark) {
                return i;
            }
        }
        return -1;
    }

    private static String literal(String content) {
        if (isJson(content) || content.isBlank() || content.matches(".*['\"\\\\].*")) {
            return "`" + content + "`";
        }
        var text = content.stripLeading();
        return " ".repeat(content.length() - text.length()) + "'" + text + "'";
    }

    private static boolean isJson(String content) {
        try {
            return !JSON.readTree(content).isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
