/**
 * The state folder as its user's programs share it: whose it is at the moment, where the runtime in it can be spoken to,
 * and how one is started if there is none.
 */
@NullMarked
package dev.sluice.home;

import org.jspecify.annotations.NullMarked;
