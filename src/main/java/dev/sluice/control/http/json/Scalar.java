package dev.sluice.control.http.json;

/**
 * The form of a value that is a single word, so that it can be a map's key and a parameter of an address as well.
 *
 * @param <T> the type
 */
interface Scalar<T> extends Form<T> {

    String text(T value);

    /** @throws Misfit if no value is written so */
    T parse(String text);
}
