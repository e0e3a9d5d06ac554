/** Sensors, datastreams, window batches and exceedances 传感器、数据流、窗口批、超标. */
@NullMarked
package org.countyledger.domain.sensing;

import org.jspecify.annotations.NullMarked;
