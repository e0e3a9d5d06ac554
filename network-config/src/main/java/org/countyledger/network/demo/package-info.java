/** The story that county demo tells, each step a transaction. */
@NullMarked
package org.countyledger.network.demo;

import org.jspecify.annotations.NullMarked;
