package dev.sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** What {@code --query} asks of an answer: a JMESPath expression. */
sealed interface Query permits Query.All, Query.Keys, JmesPathQuery {

    /** All of the answer. */
    Query ALL = new All();

    /** What it finds in {@code answer}; null, as JSON has it, if nothing. */
    JsonNode of(JsonNode answer);

    /**
     * Reads an expression, before anything is done that it is asked of.
     *
     * @throws IllegalArgumentException if it is none: which, where in it, and why
     */
    static Query of(String expression) {
        return Keys.isOne(expression) ? new Keys(expression) : JmesPathQuery.compiled(expression);
    }

    record All() implements Query {
        @Override
        public JsonNode of(JsonNode answer) {
            return answer;
        }
    }

    /** One key, or keys below each other with dots between: what most scripts ask for, and no library is loaded for it. */
    record Keys(String path) implements Query {

        private static boolean isOne(String expression) {
            return expression.matches("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");
        }

        @Override
        public JsonNode of(JsonNode answer) {
            var found = answer;
            for (var key : path.split("\\.")) {
                found = found.path(key);
            }
            return found.isMissingNode() ? Shapes.JSON.nullNode() : found;
        }
    }

    /** An expression asks of this answer what cannot be, such as the length of a number. */
    final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1;

        Failed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
