package dev.sluice.console.overview;

import java.util.List;

/** Attributes that belong together, under a title. */
record AttributeGroup(String title, List<Attribute> attributes) {

    AttributeGroup {
        attributes = List.copyOf(attributes);
    }
}
