package dev.sluice.control.http;

import dev.sluice.control.RolloutControl;
import dev.sluice.control.http.json.RandomValues;
import dev.sluice.domain.Activity;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A runtime that does nothing but note what it is called for, and for whom. Whatever it is asked it makes up. */
final class RecordingControl {

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private volatile RandomValues answers = new RandomValues(0);

    /**
     * One call.
     *
     * @param manner who gives it, and what they insist on
     * @param answered what was made up for it: an empty text if nothing is to be answered
     */
    record Heard(List<Object> manner, Method method, List<Object> arguments, Object answered) {}

    RolloutControl control() {
        return control(List.of());
    }

    private RolloutControl control(List<Object> manner) {
        return (RolloutControl) Proxy.newProxyInstance(
                RolloutControl.class.getClassLoader(),
                new Class<?>[] {RolloutControl.class},
                (proxy, method, arguments) -> {
                    var given = arguments == null ? List.<Object>of() : List.of(arguments);
                    return method.getReturnType() == RolloutControl.class
                            ? control(with(manner, method, given))
                            : answer(manner, method, given);
                });
    }

    private static List<Object> with(List<Object> manner, Method method, List<Object> given) {
        var more = new ArrayList<>(manner);
        more.addAll(given.isEmpty() ? List.of(method.getName()) : given);
        return List.copyOf(more);
    }

    private Object answer(List<Object> manner, Method method, List<Object> given) {
        boolean isNothing = answer(method) == Void.class;
        var answer = isNothing ? "" : madeUp(answer(method));
        heard.add(new Heard(manner, method, given, answer));
        if (method.getReturnType() == AutoCloseable.class) {
            tell(given.get(given.size() - 1), answer);
            return (AutoCloseable) () -> {};
        }
        return CompletableFuture.completedFuture(isNothing ? null : answer);
    }

    private Object madeUp(Type type) {
        return Stream.generate(() -> answers.of(type))
                .filter(RecordingControl::canBeTold)
                .findFirst()
                .orElseThrow();
    }

    /** The journal counts from 1 on. */
    private static boolean canBeTold(Object answer) {
        return !(answer instanceof Activity entry) || entry.number() > 0;
    }

    @SuppressWarnings("unchecked")
    private static void tell(Object listener, Object news) {
        ((Consumer<Object>) listener).accept(news);
    }

    /** What a method answers, sooner or later, or tells its listener. */
    static Type answer(Method method) {
        var types = method.getGenericParameterTypes();
        var holder =
                method.getReturnType() == AutoCloseable.class ? types[types.length - 1] : method.getGenericReturnType();
        return ((ParameterizedType) holder).getActualTypeArguments()[0];
    }

    void willAnswerBy(RandomValues values) {
        answers = values;
    }

    Heard nextHeard() throws InterruptedException {
        var next = heard.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("the runtime was not called");
        }
        return next;
    }
}
