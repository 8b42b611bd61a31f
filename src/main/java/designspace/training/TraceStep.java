package designspace.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What gradient descent looked like before step s+1.
 *
 * @param step s
 * @param loss L̄(θ^s)
 * @param terms the f(θ^s;i,j)
 * @param motion gradient and way so far
 */
public record TraceStep(int step, double loss, Terms terms, Motion motion) {
  /**
   * The f(θ;i,j) in summary.
   *
   * @param levels mean over i for each j, length N
   * @param all every f, row iN + j − 1; empty unless recorded
   * @param hardest G, the rows where f is largest
   * @param jStar the j of largest c_j among them
   */
  public record Terms(List<Double> levels, List<Double> all, List<Integer> hardest, int jStar) {}

  /**
   * How the weights move.
   *
   * @param gradientNorms ‖∇_{W_ℓ}L̄‖ of each trained layer
   * @param distance ‖θ^s − θ⁰‖
   * @param switched fraction of units above the first trained layer, over all rows, that are on
   *     where they were off at θ⁰ or off where they were on
   */
  public record Motion(List<Double> gradientNorms, double distance, double switched) {
    /** ‖∇L̄‖². */
    public double squaredGradient() {
      return gradientNorms.stream().mapToDouble(g -> g * g).sum();
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(step);
    out.writeDouble(loss);
    RunFile.write(out, terms.levels);
    RunFile.write(out, terms.all);
    out.writeInt(terms.hardest.size());
    for (int row : terms.hardest) {
      out.writeInt(row);
    }
    out.writeInt(terms.jStar);
    RunFile.write(out, motion.gradientNorms);
    out.writeDouble(motion.distance);
    out.writeDouble(motion.switched);
  }

  static TraceStep read(DataInput in) throws IOException {
    int step = in.readInt();
    double loss = in.readDouble();
    List<Double> levels = RunFile.readList(in);
    List<Double> all = RunFile.readList(in);
    List<Integer> hardest = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      hardest.add(in.readInt());
    }
    Terms terms = new Terms(levels, all, List.copyOf(hardest), in.readInt());
    Motion motion = new Motion(RunFile.readList(in), in.readDouble(), in.readDouble());
    return new TraceStep(step, loss, terms, motion);
  }
}
