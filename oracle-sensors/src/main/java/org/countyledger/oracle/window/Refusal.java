package org.countyledger.oracle.window;

import java.util.Locale;
import org.countyledger.oracle.problem.Text;

/** Why a reading is not taken. Every refusal is counted under this name; none holds a value. */
public enum Refusal {
    MALFORMED("无法识别。", "It cannot be read."),
    VALUE_NOT_A_NUMBER("不是有效的数值。", "It is not a finite number."),
    VALUE_NEGATIVE("数值为负。", "The value is negative."),
    VALUE_TOO_HIGH("数值超过 10000。", "The value is above 10,000."),
    VALUE_TOO_PRECISE("小数多于三位。", "The value has more than three decimals."),
    VALUE_DIFFERS("同一传感器在同一时刻已有不同数值。", "The sensor has given another value for the same moment."),
    TIME_MALFORMED("不是带时区的 RFC 3339 时间。", "It is not an RFC 3339 time with an offset."),
    TIME_BEFORE_FIRST_WINDOW("早于该数据流的第一个窗口。", "It is before the datastream's first window."),
    TIME_IN_FUTURE("时间在未来。", "It is in the future."),
    TIME_TOO_OLD("超过实时报送的时限。", "It is too old for live readings."),
    WINDOW_CLOSED("该窗口已上链，不再接收。", "Its window is on the ledger already."),
    UNIT_DIFFERS("与数据流的单位不同。", "The unit is not the datastream's."),
    DATASTREAM_UNKNOWN("没有该数据流，或已关闭。", "There is no such datastream, or it is closed."),
    SENSOR_UNKNOWN("传感器未登记，或不属于该数据流。", "The sensor is not registered, or not of this datastream."),
    SENSOR_NOT_ACTIVE("传感器未在用。", "The sensor is not active."),
    SIGNATURE_INVALID("签名无效。", "The signature is invalid."),
    COUNTER_NOT_RISING("计数器未递增，可能是重放。", "The counter does not rise: this may be a replay.");

    private final Text text;

    Refusal(String zh, String en) {
        this.text = new Text(zh, en);
    }

    public Text text() {
        return text;
    }

    /** As it stands in counts and metrics, e.g. {@code value-negative}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
