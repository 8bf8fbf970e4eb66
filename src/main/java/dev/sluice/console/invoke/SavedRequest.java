package dev.sluice.console.invoke;

import dev.sluice.domain.EndpointName;

/** A request that the user keeps under a name, which is its only one at that endpoint. */
record SavedRequest(String name, EndpointName endpoint, Draft draft) {

    boolean hasPlaceOf(SavedRequest other) {
        return name.equals(other.name) && endpoint.equals(other.endpoint);
    }
}
