/**
 * Values as JSON and back, and the schemas of that JSON, all three from one {@code Form} for each type, which is found by
 * looking at the type: records by their components, sealed interfaces by their variants. It knows nothing of HTTP.
 */
@NullMarked
package dev.sluice.control.http.json;

import org.jspecify.annotations.NullMarked;
