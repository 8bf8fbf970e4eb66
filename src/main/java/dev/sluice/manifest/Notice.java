package dev.sluice.manifest;

import dev.sluice.domain.Place;

/** Something in a file that is accepted but does nothing, or something other than in the cloud, on this machine. */
public record Notice(String path, Place place, String sentence) {}
