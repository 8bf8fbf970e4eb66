package dev.sluice.collect;

import com.fasterxml.jackson.core.JsonFactory;

/** Costly to make, and safe to share. */
final class JsonForm {

    static final JsonFactory FACTORY = new JsonFactory();

    private JsonForm() {}
}
