/** Surveys, their responses, and pilots 问卷、答卷、试点. */
@NullMarked
package org.countyledger.domain.surveys;

import org.jspecify.annotations.NullMarked;
