package designspace.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Gathers the losses of steps into a history. */
final class RunningLoss {
  private final int interval;
  private final List<Double> means = new ArrayList<>();
  private double sum; // of the losses since the last mean
  private int count;

  RunningLoss(int interval) {
    this.interval = interval;
  }

  void add(double loss) {
    sum += loss;
    count++;
    if (count == interval) {
      means.add(sum / count);
      sum = 0;
      count = 0;
    }
  }

  LossHistory history() {
    return new LossHistory(interval, means);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(interval);
    RunFile.write(out, means);
    out.writeDouble(sum);
    out.writeInt(count);
  }

  static RunningLoss read(DataInput in) throws IOException {
    RunningLoss loss = new RunningLoss(in.readInt());
    loss.means.addAll(RunFile.readList(in));
    loss.sum = in.readDouble();
    loss.count = in.readInt();
    return loss;
  }
}
