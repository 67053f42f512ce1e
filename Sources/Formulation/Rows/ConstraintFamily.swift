/// The kinds of constraint in planning, stress and sizing programs. A family's raw value is its name everywhere: the
/// prefix of its rows in an exported program, its entry in docs/formulation.md, and its golden text in the tests.
public enum ConstraintFamily: String, Sendable, CaseIterable {
  // The network of a plan.
  /// Σ_{q in i} out(q,k)·x[q,t] − Σ_j f[k,i,j,t] ≥ 0: a region sends no more than it makes.
  case supply
  /// Σ_i f[k,i,j,t] + Σ_w (draw − put) + u[j,k,t] − Σ_{q in j} in(q,k)·x[q,t] = D[j,k,t].
  case use
  /// x[p,t] − Σ_{s in operation in t} b[p,s] ≤ 0: a project uses at most the capacity in operation.
  case projectCapacity = "project_capacity"
  /// Σ_t b[p,t] ≤ most(p), and of lumpy projects least(p)·y[p,t] ≤ b[p,t] ≤ most(p)·y[p,t] and Σ_t y[p,t] ≤ 1.
  case projectSize = "project_size"
  /// Σ f[k,i,j,t] ≤ quantity over the flows between regions that a row of `quotas.csv` counts.
  case quota
  /// f[k,i,j,t] − (1−φ)^years(t−1)·f[k,i,j,t−1] ≥ 0: a flow between regions falls by at most φ a year.
  case maxDecline = "max_decline"
  /// S[w,t] − (1−loss(w))^years(t)·S[w,t−1] − years(t)·(put[w,t] − draw[w,t]) = 0.
  case stock
  /// Σ_{p of g} Σ_t share(g)·(capex(p)·b[p,t] + fixed(p)·y[p,t]) ≤ budget(g).
  case programme

  // Goals.
  /// F(O,M) ≤ α·yardstick, or ≥: the share that comes from regions O.
  case reliance
  /// F({i},M) ≤ α·yardstick for each i ∉ M: the share of the largest source.
  case largestSource = "largest_source"
  /// ‖(F({i},M))_i‖₂ ≤ √h·Σ_i F({i},M) + v, by tangent cuts: the sum of the squared shares.
  case hhi
  /// F({i},M) − α·F(W,M) − α·Ū·z[i] ≥ −α·Ū, and Σ_i z[i] + v ≥ n: at least n sources, each with a share of α.
  case plusOne = "plus_one"
  /// Σ_w S[w,t] ≥ (d/365)·Σ (Σ_q in(q,k)·x[q,t] + D[j,k,t] − u[j,k,t]): stockpiles last d days.
  case cover
  /// Σ (D[j,k,t] − u[j,k,t]) ≥ β·Σ D[j,k,t]: the share of demand that is served.
  case service
  /// Σ_{p,t} (capex(p)·b[p,t] + fixed(p)·y[p,t]) ≤ target, undiscounted money.
  case capex
  /// Σ_{p of g, t} share(g)·(capex(p)·b[p,t] + fixed(p)·y[p,t]) ≤ target, undiscounted money.
  case subsidy
  /// The discounted cost of the plan, without penalties and risk, is at most the target.
  case cost
  /// f° ≤ f, x° ≤ x, and the supply, use and target of the clean sub-flow of `reliance` with `trace: chain`.
  case chain
  /// (1/12)·Σ_m Σ u[j,k,m] ≤ (1−β)·(1/12)·Σ_m Σ factor(j,k,m)·D[j,k,τ] + v: the service in a stress window.
  case resilience
  /// ξ_ω + η − L_ω ≥ 0: the part of a loss that is above the threshold of the conditional value at risk.
  case risk

  // One stress window.
  /// x[q,m] ≤ factor(q,m)·capacity of the plan in τ.
  case stressCapacity = "stress_capacity"
  /// f[k,i,j,m] ≤ part(k,i,j,m)·f*[k,i,j,τ], between regions.
  case stressFlow = "stress_flow"
  /// Under `pro_rata`: f[k,i,j,m] = ρ[k,i,m]·part(k,i,j,m)·f*[k,i,j,τ], between regions.
  case stressAllocation = "stress_allocation"
  /// S[w,m] − (1−loss(w))^(1/12)·S[w,m−1] + (1/12)·(draw[w,m] + Σ_j d[w,j,m]) = 0.
  case stressStock = "stress_stock"
  /// draw[w,m] + Σ_j d[w,j,m] ≤ release(w).
  case stressRelease = "stress_release"
  /// Σ_{q in i} out(q,k)·x[q,m] − Σ_j f[k,i,j,m] ≥ 0.
  case stressSupply = "stress_supply"
  /// Σ_i f[k,i,j,m] + draws + u[j,k,m] − Σ_{q in j} in(q,k)·x[q,m] = factor(j,k,m)·D[j,k,τ].
  case stressUse = "stress_use"
  /// Σ f[k,i,j,m] ≤ quantity over the flows between regions that a quota of τ counts.
  case stressQuota = "stress_quota"
  /// Under the sharing mode `quota`: (1/12)·Σ_{j,m} d[w,j,m] ≤ quota·S[w,0].
  case sharingQuota = "sharing_quota"
  /// Under the sharing mode `iep`, a member gives at most max(0, −AR_i) and receives at most max(0, AR_i).
  case sharingRights = "sharing_rights"
  /// v − (1/12)·Σ u[j,k,m] ≥ (β−1)·demand: `resilience` in a window that is a program of its own.
  case windowService = "window_service"

  // The sizes of stockpiles.
  /// (1/12)·Σ_m u[j,k,m]/D[j,k] + β − δ[j,k] ≤ 1: the service that stockpiles must reach.
  case sizingService = "sizing_service"
  /// The lost value outside the members is at most what it is under `own`.
  case outsidersLoss = "outsiders_loss"
  /// Σ_{w in i} unit cost(w)·s[w] − largest ≤ 0 for each member i.
  case largestStockCost = "largest_stock_cost"

  // Rows that are added while solving.
  /// An earlier stage of the objective is at most its optimum, within the tolerance.
  case objective
  /// In `alternatives`: the cost of the plan is at most the optimum + an allowance.
  case costLimit = "cost_limit"
  /// In `explain`: the violation of a cone is rate·give, where give is the change of its target.
  case give
}
