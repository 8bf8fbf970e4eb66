package dev.sluice.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.domain.Facet;

/** A facet's form in the journal: one JSON text. It is apart from the domain's records, as {@link StateEntry} is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FacetEntry.None.class, name = "none"),
    @JsonSubTypes.Type(value = FacetEntry.Routed.class, name = "routing"),
    @JsonSubTypes.Type(value = FacetEntry.Instances.class, name = "instances"),
    @JsonSubTypes.Type(value = FacetEntry.Described.class, name = "yaml"),
    @JsonSubTypes.Type(value = FacetEntry.NewDeployment.class, name = "new_deployment"),
    @JsonSubTypes.Type(value = FacetEntry.Whole.class, name = "routing_and_yaml"),
    @JsonSubTypes.Type(value = FacetEntry.Said.class, name = "words")
})
sealed interface FacetEntry {

    ObjectMapper JSON = JsonMapper.builder().build();

    Facet facet();

    static String write(Facet facet) {
        try {
            return JSON.writeValueAsString(of(facet));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the change holds a text that is not Unicode", e);
        }
    }

    static Facet read(String text) {
        try {
            return JSON.readValue(text, FacetEntry.class).facet();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not the JSON that was expected: " + e.getOriginalMessage(), e);
        }
    }

    private static FacetEntry of(Facet facet) {
        if (facet instanceof Facet.Routed routed) {
            return new Routed(RoutingEntry.of(routed.routing()));
        } else if (facet instanceof Facet.Instances instances) {
            return new Instances(instances.count());
        } else if (facet instanceof Facet.Described described) {
            return new Described(described.yaml());
        } else if (facet instanceof Facet.NewDeployment created) {
            return new NewDeployment(created.yaml(), created.thenAllTraffic());
        } else if (facet instanceof Facet.Whole whole) {
            return new Whole(RoutingEntry.of(whole.routing()), whole.yaml());
        } else if (facet instanceof Facet.Said said) {
            return new Said(said.words());
        } else if (facet instanceof Facet.None) {
            return new None();
        }
        throw new IllegalStateException("unknown facet " + facet);
    }

    record None() implements FacetEntry {
        @Override
        public Facet facet() {
            return Facet.none();
        }
    }

    record Routed(RoutingEntry routing) implements FacetEntry {
        @Override
        public Facet facet() {
            return new Facet.Routed(routing.routing());
        }
    }

    record Instances(int count) implements FacetEntry {
        @Override
        public Facet facet() {
            return new Facet.Instances(count);
        }
    }

    record Described(String yaml) implements FacetEntry {
        @Override
        public Facet facet() {
            return new Facet.Described(yaml);
        }
    }

    record NewDeployment(String yaml, boolean thenAllTraffic) implements FacetEntry {
        @Override
        public Facet facet() {
            return new Facet.NewDeployment(yaml, thenAllTraffic);
        }
    }

    record Whole(RoutingEntry routing, String yaml) implements FacetEntry {
        @Override
        public Facet facet() {
            return new Facet.Whole(routing.routing(), yaml);
        }
    }

    record Said(String words) implements FacetEntry {
        @Override
        public Facet facet() {
            return new Facet.Said(words);
        }
    }
}
