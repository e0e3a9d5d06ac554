/** Tests of what holds for every route. */
@NullMarked
package org.countyledger.gateway.web;

import org.jspecify.annotations.NullMarked;
