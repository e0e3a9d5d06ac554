/** Data sharing between departments: requests, access records, corrections 数据共享、访问记录、校核. */
@NullMarked
package org.countyledger.domain.sharing;

import org.jspecify.annotations.NullMarked;
