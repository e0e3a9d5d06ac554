/** What holds for every route: JSON, headers of answers, other origins, other names of paths. */
@NullMarked
package org.countyledger.gateway.web;

import org.jspecify.annotations.NullMarked;
