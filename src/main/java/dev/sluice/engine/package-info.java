/** What it takes to run one instance of a deployment, whoever runs it. */
@NullMarked
package dev.sluice.engine;

import org.jspecify.annotations.NullMarked;
