package dev.sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.burt.jmespath.Adapter;
import io.burt.jmespath.Expression;
import io.burt.jmespath.JmesPathException;
import io.burt.jmespath.RuntimeConfiguration;
import io.burt.jmespath.function.FunctionArgument;
import io.burt.jmespath.function.FunctionRegistry;
import io.burt.jmespath.jackson.JacksonRuntime;
import io.burt.jmespath.parser.ParseError;
import io.burt.jmespath.parser.ParseException;
import java.util.List;

/** An expression that the library reads and applies. */
record JmesPathQuery(String expression, Expression<JsonNode> compiled) implements Query {

    static Query compiled(String expression) {
        try {
            return new JmesPathQuery(expression, Numbers.RUNTIME.compile(BareLiterals.quoted(expression)));
        } catch (ParseException e) {
            throw new IllegalArgumentException(refusal(expression, e.iterator().next()), e);
        }
    }

    @Override
    public JsonNode of(JsonNode answer) {
        try {
            return compiled.search(answer);
        } catch (JmesPathException e) {
            throw new Failed("--query: '" + expression + "' does not fit the answer: " + e.getMessage(), e);
        }
    }

    /** What the library says of grammar is of no use to a user, so that only the place is told. */
    private static String refusal(String expression, ParseError error) {
        boolean atEnd = error.position() >= expression.length();
        var reason = error.message().startsWith("syntax error")
                ? (atEnd
                        ? "it ends too early"
                        : "'" + expression.substring(error.position()) + "' is not expected there")
                : error.message();
        return "'" + expression + "' is no JMESPath expression: " + reason + " (character " + (error.position() + 1)
                + ")";
    }

    /** Whole numbers stay whole, as in Python: a sum of counts is a count. */
    private static final class Numbers extends JacksonRuntime {

        static final Numbers RUNTIME = new Numbers();

        private Numbers() {
            super(RuntimeConfiguration.builder()
                    .withFunctionRegistry(FunctionRegistry.defaultRegistry().extend(new AvgFunction()))
                    .build());
        }

        @Override
        public JsonNode createNumber(double number) {
            return number == Math.rint(number) && Math.abs(number) < 1L << 53
                    ? createNumber((long) number)
                    : super.createNumber(number);
        }
    }

    /** The one function whose answer is never whole. The library calls a function what its class is called. */
    private static final class AvgFunction extends io.burt.jmespath.function.AvgFunction {

        @Override
        protected <T> T callFunction(Adapter<T> runtime, List<FunctionArgument<T>> arguments) {
            T mean = super.callFunction(runtime, arguments);
            return runtime.parseString(String.valueOf(runtime.toNumber(mean).doubleValue()));
        }
    }
}
