package dev.sluice.control.http;

import dev.sluice.control.Fleet;
import dev.sluice.control.RolloutControl.Outcome;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** One thing that the server offers: how it is asked for, what is sent and what is answered. */
sealed interface Route {

    Method method();

    String path();

    /** What comes of it, in a sentence. */
    String summary();

    /** The record that is asked with: in the body of a POST, as parameters of a GET. */
    Class<? extends Record> type();

    /** What is answered; {@code void} for no content. */
    Type answer();

    /** How it is asked for. What changes something, or is asked with more than single words, is posted. */
    enum Method {
        GET,
        POST
    }

    /** Answered when it is accepted or refused, which is at once, unless files have to be copied or removed for it. */
    record ForCommand(String path, Class<? extends Record> type, String summary) implements Route {
        @Override
        public Method method() {
            return Method.POST;
        }

        @Override
        public Type answer() {
            return Outcome.class;
        }
    }

    record ForQuestion(Method method, String path, Class<? extends Record> type, String summary) implements Route {
        @Override
        public Type answer() {
            return argument(type);
        }
    }

    /** Answered by events for as long as the one who asks listens. */
    record ForSubject(String path, Class<? extends Record> type, String summary) implements Route {
        @Override
        public Method method() {
            return Method.GET;
        }

        /** What each event has. */
        @Override
        public Type answer() {
            return argument(type);
        }
    }

    /** What concerns the process rather than what it runs. */
    record Plain(Call call, String path, String summary) implements Route {
        @Override
        public Method method() {
            return call.method;
        }

        @Override
        public Class<? extends Record> type() {
            return call.type;
        }

        @Override
        public Type answer() {
            return call.answer;
        }
    }

    /** Each of the {@link Plain} ones. */
    enum Call {
        PING(Method.POST, Nothing.class, void.class, 204),
        FLEET(Method.GET, Nothing.class, Fleet.class, 200),
        WINDOW(Method.POST, ShowWindow.class, Shown.class, 200),
        /** Accepted: it happens when the answer is on its way. */
        STOP(Method.POST, Nothing.class, void.class, 202),
        /** The document is no value of the runtime's: {@link OpenApi} writes it. */
        OPENAPI(Method.GET, Nothing.class, void.class, 200);

        private final Method method;
        private final Class<? extends Record> type;
        private final Type answer;
        private final int status;

        Call(Method method, Class<? extends Record> type, Type answer, int status) {
            this.method = method;
            this.type = type;
            this.answer = answer;
            this.status = status;
        }

        /** Of the answer if all is well. */
        int status() {
            return status;
        }
    }

    /** The {@code T} of a {@code Question<T>} or {@code Subject<T>}. */
    private static Type argument(Class<?> type) {
        return ((ParameterizedType) type.getGenericInterfaces()[0]).getActualTypeArguments()[0];
    }
}
