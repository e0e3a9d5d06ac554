/** The settings file of every process, rendered from the inventory. */
@NullMarked
package org.countyledger.network.settings;

import org.jspecify.annotations.NullMarked;
