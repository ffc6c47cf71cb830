import { host } from "../host";
import { property } from "./properties";
import { runScript, scriptMethods } from "./scripts";
import { flag, type MethodTable, stateOf, type Widget, type WidgetState } from "./state";
import { createWidget, implement } from "./widget";
import { isVisible } from "./visibility";

type Phase = "stopped" | "playing" | "paused" | "done";

/** A group plays as one: its animations by their order, those of one order together. */
interface Playback {
  phase: Phase;
  /** Seconds into the present round. */
  elapsed: number;
  /** `Finish` was called: the present round is the last. */
  finishing: boolean;
  reverse: boolean;
}

const playbacks = new LuaTable<WidgetState, Playback>();

/** Groups that play. Replaced on every change, so that a loop over it stays valid. */
let playing: readonly WidgetState[] = [];

function playbackOf(state: WidgetState): Playback {
  const known = playbacks.get(state);
  if (known !== undefined) return known;
  const fresh: Playback = { phase: "stopped", elapsed: 0, finishing: false, reverse: false };
  playbacks.set(state, fresh);
  return fresh;
}

function seconds(animation: WidgetState, name: string): number {
  return property(animation.widget, name) as number;
}

function lengthOf(animation: WidgetState): number {
  return seconds(animation, "StartDelay") + seconds(animation, "Duration") + seconds(animation, "EndDelay");
}

/** When the animations of an order begin: the longest of each lower order has run. */
function startOf(group: WidgetState, order: number): number {
  const longest = new LuaTable<number, number>();
  for (const animation of group.children) {
    const other = seconds(animation, "Order");
    if (other < order) longest.set(other, math.max(longest.get(other) ?? 0, lengthOf(animation)));
  }
  let start = 0;
  for (const [, length] of longest) start += length;
  return start;
}

function durationOf(group: WidgetState): number {
  let duration = 0;
  for (const animation of group.children) {
    duration = math.max(duration, startOf(group, seconds(animation, "Order")) + lengthOf(animation));
  }
  return duration;
}

function setPhase(group: WidgetState, phase: Phase): void {
  playbackOf(group).phase = phase;
  const others = playing.filter((entry) => entry !== group);
  playing = phase === "playing" ? [...others, group] : others;
}

function announce(group: WidgetState, script: string, ...args: unknown[]): void {
  for (const animation of group.children) runScript(animation, script, ...args);
  runScript(group, script, ...args);
}

function play(group: WidgetState): void {
  const playback = playbackOf(group);
  if (playback.phase === "playing") return;
  if (playback.phase !== "paused") playback.elapsed = 0;
  playback.finishing = false;
  setPhase(group, "playing");
  announce(group, "OnPlay");
}

function stop(group: WidgetState): void {
  if (playbackOf(group).phase !== "playing" && playbackOf(group).phase !== "paused") return;
  setPhase(group, "stopped");
  announce(group, "OnStop", true);
}

function pause(group: WidgetState): void {
  if (playbackOf(group).phase !== "playing") return;
  setPhase(group, "paused");
  announce(group, "OnPause");
}

function endRound(group: WidgetState, duration: number): void {
  const playback = playbackOf(group);
  const looping = property(group.widget, "Looping");
  if (looping === "NONE" || playback.finishing) {
    playback.elapsed = duration;
    setPhase(group, "done");
    announce(group, "OnFinished", playback.finishing);
    return;
  }
  playback.elapsed = 0;
  playback.reverse = looping === "BOUNCE" && !playback.reverse;
  runScript(group, "OnLoop", playback.reverse ? "REVERSE" : "FORWARD");
}

function advance(group: WidgetState, step: number): void {
  if (group.parent !== undefined && !isVisible(group.parent)) return;
  const playback = playbackOf(group);
  playback.elapsed += step;
  announce(group, "OnUpdate", step);
  const duration = durationOf(group);
  if (playback.phase === "playing" && playback.elapsed >= duration) endRound(group, duration);
}

/** Lets every playing group whose region is visible go on by some seconds. */
export function advanceAnimations(step: number): void {
  for (const group of playing) {
    if (playbackOf(group).phase === "playing") advance(group, step);
  }
}

function ownerGroup(self: Widget): WidgetState {
  const state = stateOf(self);
  return state.type === "AnimationGroup" ? state : (state.parent ?? error("an animation without a group", 3));
}

function fraction(elapsed: number, start: number, length: number): number {
  return length === 0 ? 1 : math.min(1, math.max(0, (elapsed - start) / length));
}

function animationProgress(self: Widget): number {
  const state = stateOf(self);
  const group = ownerGroup(self);
  const start = startOf(group, seconds(state, "Order")) + seconds(state, "StartDelay");
  return fraction(playbackOf(group).elapsed, start, seconds(state, "Duration"));
}

const controls: MethodTable = {
  Play: (self: Widget) => {
    play(ownerGroup(self));
  },
  Stop: (self: Widget) => {
    stop(ownerGroup(self));
  },
  Pause: (self: Widget) => {
    pause(ownerGroup(self));
  },
  IsPlaying: (self: Widget) => flag(playbackOf(ownerGroup(self)).phase === "playing"),
  IsPaused: (self: Widget) => flag(playbackOf(ownerGroup(self)).phase === "paused"),
  IsDone: (self: Widget) => flag(playbackOf(ownerGroup(self)).phase === "done"),
};

implement("Animation", scriptMethods, controls, {
  IsStopped: (self: Widget) => flag(playbackOf(ownerGroup(self)).phase === "stopped"),
  IsDelaying: (self: Widget) => {
    const group = ownerGroup(self);
    const start = startOf(group, seconds(stateOf(self), "Order"));
    const into = playbackOf(group).elapsed - start;
    return flag(
      playbackOf(group).phase === "playing" && into >= 0 && into < seconds(stateOf(self), "StartDelay"),
    );
  },
  GetProgress: animationProgress,
  GetSmoothProgress: animationProgress,
  GetElapsed: (self: Widget) => animationProgress(self) * seconds(stateOf(self), "Duration"),
  GetRegionParent: (self: Widget) => ownerGroup(self).parent?.widget,
});

implement("AnimationGroup", scriptMethods, controls, {
  Finish: (self: Widget) => {
    playbackOf(stateOf(self)).finishing = true;
  },
  IsPendingFinish: (self: Widget) => {
    const { phase, finishing } = playbackOf(stateOf(self));
    return flag(finishing && phase === "playing");
  },
  GetDuration: (self: Widget) => durationOf(stateOf(self)),
  GetMaxOrder: (self: Widget) => {
    let highest = 0;
    for (const animation of stateOf(self).children) highest = math.max(highest, seconds(animation, "Order"));
    return highest;
  },
  GetProgress: (self: Widget) => {
    const group = stateOf(self);
    return fraction(playbackOf(group).elapsed, 0, durationOf(group));
  },
  GetLoopState: (self: Widget) => (playbackOf(stateOf(self)).reverse ? "REVERSE" : "FORWARD"),
  GetAnimations: (self: Widget): LuaMultiReturn<Widget[]> =>
    $multi(...stateOf(self).children.map((child) => child.widget)),
  CreateAnimation: (self: Widget, kind?: unknown, name?: string) => {
    const group = stateOf(self);
    const widgetType = host.animationWidget(tostring(kind ?? "Animation"));
    if (widgetType === "") error(`CreateAnimation: unknown animation type '${tostring(kind)}'`, 2);
    const animation = createWidget(widgetType, name, group);
    group.children.push(animation);
    return animation.widget;
  },
});

const groupsByRegion = new LuaTable<WidgetState, WidgetState[]>();

implement("Region", {
  CreateAnimationGroup: (self: Widget, name?: string) => {
    const owner = stateOf(self);
    const group = createWidget("AnimationGroup", name, owner);
    groupsByRegion.set(owner, [...(groupsByRegion.get(owner) ?? []), group]);
    return group.widget;
  },
  GetAnimationGroups: (self: Widget): LuaMultiReturn<Widget[]> =>
    $multi(...(groupsByRegion.get(stateOf(self)) ?? []).map((group) => group.widget)),
  StopAnimating: (self: Widget) => {
    for (const group of groupsByRegion.get(stateOf(self)) ?? []) stop(group);
  },
});
