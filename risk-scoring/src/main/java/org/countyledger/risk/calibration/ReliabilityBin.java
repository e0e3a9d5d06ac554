package org.countyledger.risk.calibration;

/** Records whose probability lies in one tenth: what was said on average, and what came. */
public record ReliabilityBin(int records, double said, double came) {

    public static ReliabilityBin[] of(double[] probability, boolean[] yes, int bins) {
        int[] records = new int[bins];
        double[] said = new double[bins];
        double[] came = new double[bins];
        for (int i = 0; i < yes.length; i++) {
            int bin = Math.clamp((int) (probability[i] * bins), 0, bins - 1);
            records[bin]++;
            said[bin] += probability[i];
            came[bin] += yes[i] ? 1 : 0;
        }
        ReliabilityBin[] result = new ReliabilityBin[bins];
        for (int bin = 0; bin < bins; bin++) {
            result[bin] = new ReliabilityBin(records[bin], said[bin] / records[bin], came[bin] / records[bin]);
        }
        return result;
    }
}
