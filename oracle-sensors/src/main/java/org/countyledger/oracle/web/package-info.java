/** JSON and headers of every answer. */
@NullMarked
package org.countyledger.oracle.web;

import org.jspecify.annotations.NullMarked;
