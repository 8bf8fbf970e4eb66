package dev.sluice.manifest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One change of what a file says, as {@code --set}, {@code --add} and {@code --remove} make it. */
public sealed interface Edit {

    KeyPath at();

    /** The value stands there from now on; keys on the way to it that are missing are added. */
    record Put(KeyPath at, Given value) implements Edit {}

    /** The items come at the end of the list there, which is begun if it is missing. */
    record Append(KeyPath at, List<Given> items) implements Edit {
        public Append {
            items = List.copyOf(items);
        }
    }

    /** What stands there goes. */
    record Remove(KeyPath at) implements Edit {}

    /** A value that was typed. */
    sealed interface Given {

        /** Text, whatever it looks like. */
        record Text(String text) implements Given {}

        /** What the text means as JSON; if it is none, the text itself. */
        record Json(String text) implements Given {}

        /** Keys with texts. */
        record Keys(Map<String, String> texts) implements Given {
            public Keys {
                texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
            }
        }
    }
}
