package dev.sluice.console.activity;

import dev.sluice.domain.EndpointName;
import java.util.Optional;

/**
 * Which entries of the journal are looked at.
 *
 * @param endpoint whose; empty for all
 * @param words in small letters, what stands somewhere in them
 */
record ActivityFilter(Optional<EndpointName> endpoint, ActivityGroup group, String words) {

    boolean passes(ActivityRow row) {
        var about = row.entry().deed().target().endpoint();
        return (endpoint.isEmpty() || endpoint.equals(about)) && group.has(row.entry()) && row.contains(words);
    }
}
