/** @noSelfInFile */

/* Animation groups of 3.3.5a: Alpha animates by a change (`SetChange`), the later client's from-to methods do not exist. */

declare namespace WoWAPI {
  /** What `CreateAnimation` makes of each type. */
  interface AnimationTypes {
    Animation: Animation;
    Alpha: AnimAlpha;
    Translation: AnimTranslation;
    Rotation: AnimRotation;
    Scale: AnimScale;
    Path: AnimPath;
  }

  interface AnimationScripts {
    OnPlay: [];
    OnPause: [];
    OnStop: [requested: boolean];
    OnFinished: [requested: boolean];
    OnUpdate: [elapsed: number];
  }

  interface AnimationGroupScripts extends AnimationScripts {
    OnLoop: [state: "FORWARD" | "REVERSE" | "NONE"];
  }

  interface AnimationGroup {
    Play(): void;
    Pause(): void;
    Stop(): void;
    /** Lets the present round end, then stops. */
    Finish(): void;
    IsPlaying(): 1 | undefined;
    IsPaused(): 1 | undefined;
    IsDone(): 1 | undefined;
    IsPendingFinish(): 1 | undefined;
    /** 0 to 1. */
    GetProgress(): number;
    GetDuration(): number;
    SetLooping(looping: "NONE" | "REPEAT" | "BOUNCE"): void;
    GetLooping(): "NONE" | "REPEAT" | "BOUNCE";
    GetLoopState(): "FORWARD" | "REVERSE" | "NONE";
    GetMaxOrder(): number;
    GetAnimations(): LuaMultiReturn<Animation[]>;
    CreateAnimation<Type extends keyof AnimationTypes>(
      type: Type,
      name?: string,
      template?: string,
    ): AnimationTypes[Type];
    HasScript(name: string): 1 | undefined;
    SetScript<Name extends keyof AnimationGroupScripts>(
      name: Name,
      handler: ScriptHandler<this, AnimationGroupScripts[Name]> | undefined,
    ): void;
    HookScript<Name extends keyof AnimationGroupScripts>(
      name: Name,
      handler: ScriptHandler<this, AnimationGroupScripts[Name]>,
    ): void;
    GetScript<Name extends keyof AnimationGroupScripts>(
      name: Name,
    ): ScriptHandler<this, AnimationGroupScripts[Name]> | undefined;
  }

  interface Animation {
    Play(): void;
    Pause(): void;
    Stop(): void;
    IsPlaying(): 1 | undefined;
    IsPaused(): 1 | undefined;
    IsStopped(): 1 | undefined;
    IsDone(): 1 | undefined;
    IsDelaying(): 1 | undefined;
    GetElapsed(): number;
    GetProgress(): number;
    GetSmoothProgress(): number;
    /** Seconds. */
    SetDuration(seconds: number): void;
    GetDuration(): number;
    SetStartDelay(seconds: number): void;
    GetStartDelay(): number;
    SetEndDelay(seconds: number): void;
    GetEndDelay(): number;
    /** 1 to 100; animations of one order run together, the next order after them. */
    SetOrder(order: number): void;
    GetOrder(): number;
    SetSmoothing(smoothing: "NONE" | "IN" | "OUT" | "IN_OUT" | "OUT_IN"): void;
    GetRegionParent(): Region;
    HasScript(name: string): 1 | undefined;
    SetScript<Name extends keyof AnimationScripts>(
      name: Name,
      handler: ScriptHandler<this, AnimationScripts[Name]> | undefined,
    ): void;
    HookScript<Name extends keyof AnimationScripts>(
      name: Name,
      handler: ScriptHandler<this, AnimationScripts[Name]>,
    ): void;
  }

  interface AnimAlpha {
    /** Added to the region's alpha over the duration, -1 to 1. */
    SetChange(change: number): void;
    GetChange(): number;
  }

  interface AnimTranslation {
    SetOffset(x: number, y: number): void;
    GetOffset(): LuaMultiReturn<[x: number, y: number]>;
  }

  interface AnimScale {
    SetScale(x: number, y: number): void;
    GetScale(): LuaMultiReturn<[x: number, y: number]>;
    SetOrigin(point: Point, x: number, y: number): void;
  }

  interface AnimRotation {
    SetDegrees(degrees: number): void;
    GetDegrees(): number;
    SetRadians(radians: number): void;
    GetRadians(): number;
    SetOrigin(point: Point, x: number, y: number): void;
  }
}
