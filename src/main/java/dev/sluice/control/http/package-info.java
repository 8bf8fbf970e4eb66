/**
 * The runtime for other processes: the same {@link dev.sluice.control.RolloutControl} over loopback HTTP, served by
 * {@code ControlServer} and used through {@code RemoteControl}.
 */
@NullMarked
package dev.sluice.control.http;

import org.jspecify.annotations.NullMarked;
